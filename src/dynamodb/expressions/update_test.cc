#include "dynamodb/expressions/update.h"

#include <gtest/gtest.h>

#include "dynamodb/expressions/testing/requests.h"

namespace dynamodb {
namespace {

using expression_requests::message;
using expression_requests::update;
using expression_requests::updated;

constexpr std::string_view path_invalid = "The document path provided in the update expression is invalid for update";
constexpr std::string_view wrong_type = "An operand in the update expression has an incorrect data type";
constexpr std::string_view missing = "The provided expression refers to an attribute that does not exist in the item";

AttributeValue number(int value) {
  return Number(value);
}

Item item() {
  return {{"n", Number(5)},
          {"s", "text"},
          {"tags", StringSet{{"a", "b"}}},
          {"steps", List{number(0), number(1), number(2), number(3)}},
          {"place", AttributeMap{{"x", Number(1)}, {"deep", List{number(7)}}}}};
}

// What `item()` becomes when its attributes are replaced by these.
Item with(const AttributeMap& changes) {
  Item result = item();
  for (const auto& [name, value] : changes) result.insert_or_assign(name, value);
  return result;
}
Item without(std::string_view name) {
  Item result = item();
  result.erase(result.find(name));
  return result;
}

TEST(Update, set_replaces_and_adds) {
  EXPECT_EQ(updated("SET n = :v, fresh = :w", item(), {{":v", "new"}, {":w", Null{}}}).value(),
            with({{"n", "new"}, {"fresh", Null{}}}));
}

TEST(Update, sets_on_an_item_that_did_not_exist) {
  EXPECT_EQ(updated("SET a = :v ADD c :v", {{"pk", "k"}}, {{":v", Number(2)}}).value(),
            (Item{{"pk", "k"}, {"a", Number(2)}, {"c", Number(2)}}));
}

TEST(Update, right_hand_sides_read_the_item_as_it_was) {
  const Item before{{"a", Number(1)}, {"b", Number(2)}, {"steps", List{number(1), number(2)}}};
  EXPECT_EQ(
      updated("SET a = b, b = a + b, steps[0] = steps[1], steps[1] = steps[0] ADD c :v", before, {{":v", Number(9)}})
          .value(),
      (Item{{"a", Number(2)}, {"b", Number(3)}, {"c", Number(9)}, {"steps", List{number(2), number(1)}}}));
}

TEST(Update, plus_and_minus_are_exact) {
  EXPECT_EQ(updated("SET n = n + :v, m = n - :v", item(), {{":v", Number::parse("0.1").value()}}).value(),
            with({{"n", Number::parse("5.1").value()}, {"m", Number::parse("4.9").value()}}));
  EXPECT_EQ(updated("SET m = (n) - (place.x)", item()).value(), with({{"m", Number(4)}}));
}

TEST(Update, arithmetic_leaving_the_range_is_an_error) {
  const AttributeValue largest = Number::parse("9.9E125").value();
  EXPECT_EQ(message(updated("SET n = :v + :v", item(), {{":v", largest}})),
            "Number overflow. Attempting to store a number with magnitude larger than supported range");
  EXPECT_EQ(message(updated("ADD n :v", {{"n", largest}}, {{":v", largest}})),
            "Number overflow. Attempting to store a number with magnitude larger than supported range");
}

TEST(Update, if_not_exists_takes_the_other_operand) {
  EXPECT_EQ(updated("SET n = if_not_exists(n, :v), m = if_not_exists(m, :v)", item(), {{":v", Number(9)}}).value(),
            with({{"m", Number(9)}}));
  EXPECT_EQ(
      updated("SET n = if_not_exists(hits, :zero) + :one", item(), {{":zero", Number(0)}, {":one", Number(1)}}).value(),
      with({{"n", Number(1)}}));
  EXPECT_EQ(updated("SET m = if_not_exists(a.b[3], if_not_exists(q, s))", item()).value(), with({{"m", "text"}}));
  EXPECT_EQ(message(updated("SET m = if_not_exists(q, r)", item())), missing);
}

TEST(Update, list_append_joins_in_the_order_of_its_operands) {
  const AttributeMap v{{":v", List{AttributeValue("end")}}};
  EXPECT_EQ(updated("SET place.deep = list_append(place.deep, :v)", item(), v).value(),
            with({{"place", AttributeMap{{"x", Number(1)}, {"deep", List{number(7), AttributeValue("end")}}}}}));
  EXPECT_EQ(updated("SET l = list_append(if_not_exists(l, :v), :v)", item(), v).value(),
            with({{"l", List{AttributeValue("end"), AttributeValue("end")}}}));
  EXPECT_EQ(message(updated("SET l = list_append(s, :v)", item(), v)), wrong_type);
  EXPECT_EQ(message(updated("SET l = list_append(q, :v)", item(), v)), missing);
}

TEST(Update, set_writes_inside_documents) {
  EXPECT_EQ(updated("SET place.y = :v, place.deep[0] = :w, steps[2] = :v", item(), {{":v", "y"}, {":w", "w"}}).value(),
            with({{"place", AttributeMap{{"x", Number(1)}, {"y", "y"}, {"deep", List{AttributeValue("w")}}}},
                  {"steps", List{number(0), number(1), AttributeValue("y"), number(3)}}}));
}

TEST(Update, indexes_beyond_the_end_append_in_their_order) {
  EXPECT_EQ(updated("SET steps[90] = :c, steps[70] = :b ADD steps[4] :a", item(),
                    {{":a", number(4)}, {":b", "b"}, {":c", "c"}})
                .value(),
            with({{"steps", List{number(0), number(1), number(2), number(3), number(4), AttributeValue("b"),
                                 AttributeValue("c")}}}));
}

TEST(Update, a_path_must_lead_through_what_exists) {
  const AttributeMap v{{":v", Number(1)}};
  for (const char* text :
       {"SET q.r = :v", "SET q[0] = :v", "SET s.r = :v", "SET s[0] = :v", "SET place.q.r = :v", "SET place[0] = :v",
        "SET steps.q = :v", "SET steps[9].x = :v", "ADD q.r :v", "ADD place[0] :v"}) {
    EXPECT_EQ(message(updated(text, item(), v)), path_invalid) << text;
  }
  for (const char* text :
       {"REMOVE q.r", "REMOVE place.q.r", "REMOVE place[0]", "REMOVE steps.q", "REMOVE steps[9].x"}) {
    EXPECT_EQ(message(updated(text, item())), path_invalid) << text;
  }
}

TEST(Update, remove_takes_attributes_and_members_away) {
  EXPECT_EQ(updated("REMOVE n, q", item()).value(), without("n"));
  EXPECT_EQ(updated("REMOVE place.deep, place.q", item()).value(), with({{"place", AttributeMap{{"x", Number(1)}}}}));
}

TEST(Update, removed_list_elements_are_those_of_the_item_before) {
  EXPECT_EQ(updated("REMOVE steps[0], steps[2], steps[9]", item()).value(),
            with({{"steps", List{number(1), number(3)}}}));
  EXPECT_EQ(
      updated("SET steps[3] = :v, steps[8] = :w REMOVE steps[1], steps[0]", item(), {{":v", "v"}, {":w", "w"}}).value(),
      with({{"steps", List{number(2), AttributeValue("v"), AttributeValue("w")}}}));
  const Item nested{{"l", List{List{number(1), number(2)}, number(3), List{number(4)}}}};
  EXPECT_EQ(updated("REMOVE l[0][0], l[1], l[2][0]", nested).value(), (Item{{"l", List{List{number(2)}, List{}}}}));
}

TEST(Update, add_counts_and_unites) {
  EXPECT_EQ(updated("ADD n :n, tags :s, hits :n, marks :s", item(), {{":n", Number(-7)}, {":s", StringSet{{"b", "c"}}}})
                .value(),
            with({{"n", Number(-2)},
                  {"tags", StringSet{{"a", "b", "c"}}},
                  {"hits", Number(-7)},
                  {"marks", StringSet{{"b", "c"}}}}));
}

TEST(Update, add_and_delete_refuse_attributes_of_other_types) {
  const AttributeMap v{{":v", NumberSet{{Number(1)}}}};
  for (const char* text : {"ADD n :v", "ADD tags :v", "ADD s :v", "DELETE n :v", "DELETE tags :v", "DELETE place :v"}) {
    EXPECT_EQ(message(updated(text, item(), v)), wrong_type) << text;
  }
  EXPECT_EQ(message(updated("ADD tags :v", item(), {{":v", Number(1)}})), wrong_type);
}

TEST(Update, delete_takes_members_and_an_emptied_set_away) {
  EXPECT_EQ(updated("DELETE tags :v", item(), {{":v", StringSet{{"b", "z"}}}}).value(),
            with({{"tags", StringSet{{"a"}}}}));
  EXPECT_EQ(updated("DELETE tags :v", item(), {{":v", StringSet{{"a", "b"}}}}).value(), without("tags"));
  EXPECT_EQ(updated("DELETE q :v", item(), {{":v", StringSet{{"a"}}}}).value(), item());
  const Item nested{{"l", List{StringSet{{"a"}}, Number(1)}}};
  EXPECT_EQ(updated("DELETE l[0] :v", nested, {{":v", StringSet{{"a"}}}}).value(), (Item{{"l", List{number(1)}}}));
}

TEST(Update, sections_stand_in_any_order_each_once) {
  EXPECT_EQ(
      updated("delete tags :t add n :n Remove s SET m = :n", item(), {{":n", Number(1)}, {":t", StringSet{{"a"}}}})
          .value()
          .size(),
      item().size());
  for (const char* section : {"SET", "REMOVE", "ADD", "DELETE"}) {
    bool is_set = std::string_view(section) == "SET";
    bool has_value = std::string_view(section) != "REMOVE";
    std::string value = is_set ? " = :v " : has_value ? " :v " : " ";
    std::string text = section + (" a" + value) + section + (" b" + value);
    EXPECT_EQ(message(update(text, {{":v", StringSet{{"x"}}}})),
              std::string("Invalid UpdateExpression: The \"") + section +
                  "\" section can only be used once in an update expression;");
  }
}

TEST(Update, refuses_paths_that_overlap_or_conflict) {
  auto pair = [](std::string_view what, std::string_view one, std::string_view two) {
    return std::string("Invalid UpdateExpression: Two document paths ") + std::string(what) +
           " with each other; must remove or rewrite one of these paths; path one: " + std::string(one) +
           ", path two: " + std::string(two);
  };
  EXPECT_EQ(message(update("SET a = b, a.b = c")), pair("overlap", "[a]", "[a, b]"));
  EXPECT_EQ(message(update("SET c = d REMOVE a.b[1].c, #a.b", {}, {{"#a", "a"}})),
            pair("overlap", "[a, b, [1], c]", "[a, b]"));
  EXPECT_EQ(message(update("REMOVE z, a, b, z")), pair("overlap", "[z]", "[z]"));
  EXPECT_EQ(message(update("REMOVE a.c SET a[1] = d")), pair("conflict", "[a, c]", "[a, [1]]"));
  EXPECT_EQ(message(update("REMOVE a.c, a[1], a[1]")), pair("overlap", "[a, [1]]", "[a, [1]]"));
}

TEST(Update, written_paths_are_every_target_in_the_order_of_the_text) {
  auto parsed = update("REMOVE z ADD b[2] :v SET a.#c = s DELETE d :w", {{":v", Number(1)}, {":w", StringSet{{"x"}}}},
                       {{"#c", "c.c"}});
  ASSERT_TRUE(parsed) << message(parsed);
  EXPECT_EQ(parsed->written_paths(),
            (std::vector<DocumentPath>{{{"z"}}, {{"b", std::size_t{2}}}, {{"a", "c.c"}}, {{"d"}}}));
}

TEST(Update, every_action_has_a_cost_in_the_size_limit) {
  const dynamodb::AttributeMap one = {{":v", Number(1)}};
  EXPECT_EQ(update("SET a = :v", one)->size_cost_bytes(), 22U);
  EXPECT_EQ(update("SET a = :v, b = :v REMOVE c, d", one)->size_cost_bytes(), 45U);
  EXPECT_EQ(update("ADD a :v", one)->size_cost_bytes(), 22U);
  EXPECT_EQ(update("DELETE a :v", {{":v", StringSet{{"x"}}}})->size_cost_bytes(), 5U);
  EXPECT_EQ(update("SET a[1] = :v", one)->size_cost_bytes(), 23U);
  EXPECT_EQ(update("SET a = a + :v", one)->size_cost_bytes(), 72U);
}

TEST(Update, operands_of_a_wrong_type_are_refused_before_any_item_is_seen) {
  EXPECT_EQ(message(update("ADD a :v", {{":v", "text"}})),
            "Invalid UpdateExpression: Incorrect operand type for operator or function; operator: ADD, operand type: "
            "STRING, typeSet: ALLOWED_FOR_ADD_OPERAND");
  EXPECT_EQ(message(update("DELETE a :v", {{":v", Number(1)}})),
            "Invalid UpdateExpression: Incorrect operand type for operator or function; operator: DELETE, operand "
            "type: NUMBER, typeSet: ALLOWED_FOR_DELETE_OPERAND");
  EXPECT_EQ(message(update("SET a = b - :v", {{":v", "1"}})),
            "Invalid UpdateExpression: Incorrect operand type for operator or function; operator or function: -, "
            "operand type: S");
  EXPECT_EQ(message(update("SET a = list_append(:v, b)", {{":v", StringSet{{"1"}}}})),
            "Invalid UpdateExpression: Incorrect operand type for operator or function; operator or function: "
            "list_append, operand type: SS");
}

TEST(Update, an_item_of_many_list_elements_loses_all_of_them_at_once) {
  List elements(90, number(1));
  std::string text = "REMOVE ";
  for (int i = 0; i < 90; ++i) text += (i == 0 ? "l[" : ",l[") + std::to_string(i) + "]";
  EXPECT_EQ(updated(text, {{"l", elements}}).value(), (Item{{"l", List{}}}));
}

}  // namespace
}  // namespace dynamodb
