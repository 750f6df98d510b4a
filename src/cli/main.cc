#include <cstdio>

int main() {
  std::puts("training-tracker");
  return 0;
}
