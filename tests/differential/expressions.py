"""Random expressions with their names and values. An Expression collects what its text refers to."""

import values

TYPES = ["S", "N", "B", "SS", "NS", "BS", "BOOL", "NULL", "L", "M", "X"]
COMPARATORS = ["=", "<>", "<", "<=", ">", ">="]


class Expression:
    """Of one request: its condition, update and projection share names and values."""

    def __init__(self, random) -> None:
        self.random = random
        self.names: dict[str, str] = {}
        self.values: dict[str, dict] = {}
        self.targets: set[str] = set()

    def name(self, plain: str) -> str:
        # "list", "name", "size" and others are reserved words: sent bare now and then, for the error.
        if self.random.random() < 0.03 or (plain in ("n", "x", "y", "pk", "sk", "tags", "deep") and self.random.random() < 0.5):
            return plain
        self.names[f"#{plain}"] = plain
        return f"#{plain}"

    def value(self, given: dict) -> str:
        name = f":v{len(self.values)}"
        self.values[name] = given
        return name

    def path(self) -> str:
        random = self.random
        if random.random() < 0.25:
            return self.name("doc") + "." + self.name(random.choice(values.NESTED_NAMES))
        if random.random() < 0.2:
            return f"{self.name('list')}[{random.randint(0, 3)}]"
        return self.name(random.choice(values.NAMES if random.random() < 0.95 else ["pk", "sk"]))

    def target(self) -> str:
        """A path that an update changes: mostly one that no other of its actions touches."""
        top = self.random.choice(values.NAMES)
        for _ in range(4):
            if top not in self.targets:
                break
            top = self.random.choice(values.NAMES)
        self.targets.add(top)
        if top == "doc" and self.random.random() < 0.8:
            return self.name("doc") + "." + self.name(self.random.choice(values.NESTED_NAMES))
        if top == "list" and self.random.random() < 0.8:
            return f"{self.name('list')}[{self.random.randint(0, 3)}]"
        return self.name(top)

    def operand(self) -> str:
        random = self.random
        chance = random.random()
        if chance < 0.35:
            return self.path()
        if chance < 0.42:
            return f"size({self.path()})"
        return self.value(values.typical(random, random.choice(values.NAMES)))

    def function(self) -> str:
        random = self.random
        name = random.choice(["attribute_exists", "attribute_not_exists", "attribute_type", "begins_with", "contains"])
        if name == "attribute_type":
            return f"{name}({self.path()}, {self.value({'S': random.choice(TYPES)})})"
        if name == "begins_with":
            return f"{name}({self.path()}, {self.value(values.scalar(random, random.choice('SSSB')))})"
        if name == "contains":
            return f"{name}({self.path()}, {self.operand()})"
        return f"{name}({self.path()})"

    def condition(self, depth=0) -> str:
        random = self.random
        chance = random.random()
        if depth < 3 and chance < 0.2:
            return f"{self.condition(depth + 1)} {random.choice(['AND', 'OR', 'and'])} {self.condition(depth + 1)}"
        if depth < 3 and chance < 0.3:
            return f"NOT {self.condition(depth + 1)}"
        if depth < 3 and chance < 0.4:
            return f"({self.condition(depth + 1)})"
        if chance < 0.6:
            return self.function()
        if chance < 0.7:
            low, high = sorted(random.sample(["0", "1", "1.5", "10"], 2), key=float)
            return f"{self.path()} BETWEEN {self.value({'N': low})} AND {self.value({'N': high})}"
        if chance < 0.78:
            return f"{self.operand()} IN ({', '.join(self.operand() for _ in range(random.randint(1, 3)))})"
        return f"{self.operand()} {random.choice(COMPARATORS)} {self.operand()}"

    def assigned(self) -> str:
        random = self.random
        chance = random.random()
        number = {"N": random.choice(values.NUMBERS[:8])}
        if chance < 0.3:
            return f"{self.path()} {random.choice('+-')} {self.value(number)}"
        if chance < 0.45:
            return f"if_not_exists({self.path()}, {self.operand()})"
        if chance < 0.55:
            added = self.value({"L": [values.value(random, 2)]})
            return f"list_append({self.name('list')}, {added})" if random.random() < 0.5 else f"list_append({added}, {self.name('list')})"
        if chance < 0.65:
            return self.path()
        return self.value(values.typical(random, random.choice(values.NAMES)))

    def update(self) -> str:
        random = self.random
        clauses = []
        for clause in random.sample(["SET", "REMOVE", "ADD", "DELETE"], random.choice([1, 1, 1, 2, 3])):
            count = random.choice([1, 1, 2])
            if clause == "SET":
                actions = [f"{self.target()} = {self.assigned()}" for _ in range(count)]
            elif clause == "REMOVE":
                actions = [self.target() for _ in range(count)]
            else:
                kinds = ["n", "marks", "tags", "blobs"] if clause == "ADD" else ["tags", "marks", "blobs"]
                chosen = [name for name in random.sample(kinds, count) if name not in self.targets] or ["n"]
                self.targets |= set(chosen)
                actions = [f"{self.name(name)} {self.value(values.typical(random, name))}" for name in chosen]
            clauses.append(f"{clause} {', '.join(actions)}")
        return " ".join(clauses)

    def projection(self) -> str:
        return ", ".join(dict.fromkeys(self.path() for _ in range(self.random.randint(1, 4))))

    def put_into(self, request: dict) -> dict:
        if self.names:
            request["ExpressionAttributeNames"] = self.names
        if self.values:
            request["ExpressionAttributeValues"] = self.values
        return request
