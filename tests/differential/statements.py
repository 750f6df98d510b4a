"""Random PartiQL statements: with parameters and with literals, on keys and on other attributes."""

import tables
import values


class Statement:
    def __init__(self, random) -> None:
        self.random = random
        self.parameters: list[dict] = []

    def literal(self, value: dict) -> str:
        [(kind, content)] = value.items()
        if kind == "S" and self.random.random() < 0.5:
            return "'" + content.replace("'", "''") + "'"
        if kind == "N" and self.random.random() < 0.5 and "E" not in content:
            return content
        self.parameters.append(value)
        return "?"

    def key(self, table) -> str:
        return " AND ".join(f'"{name}" = {self.literal(value)}' for name, value in values.key(self.random, table).items())

    def any_value(self, name) -> str:
        return self.literal(values.typical(self.random, name))

    def extra(self) -> str:
        random = self.random
        name = random.choice(["n", "flag", "tags", "label", "mark"])
        return random.choice([
            lambda: f"{name} = {self.any_value(name)}",
            lambda: f"n > {self.literal({'N': '0'})}",
            lambda: f"attribute_type({name}, 'S')",
            lambda: f"contains(tags, {self.literal({'S': 'a'})})",
            lambda: f"begins_with(label, {self.literal({'S': 'a'})})",
            lambda: f"{name} IS MISSING",
            lambda: f"NOT {name} = {self.any_value(name)}",
            lambda: f"(n = {self.literal({'N': '1'})} OR flag = true)",
            lambda: f"n BETWEEN {self.literal({'N': '0'})} AND {self.literal({'N': '2'})}",
            lambda: f"n IN [{self.literal({'N': '0'})}, {self.literal({'N': '1'})}]",
        ])()

    def select(self, table) -> str:
        columns = self.random.choice(["*", "*", "n, label", "doc.x", "tags"])
        # A scan's order is each server's own; one row at most is asked for by its whole key.
        text = f'SELECT {columns} FROM "{table}" WHERE {self.key(table)}'
        return f"{text} AND {self.extra()}" if self.random.random() < 0.4 else text

    def insert(self, table) -> str:
        item = values.item(self.random, table)
        return f"INSERT INTO \"{table}\" VALUE {{{', '.join(self.member(name, value) for name, value in item.items())}}}"

    def member(self, name, value) -> str:
        self.parameters.append(value)
        return f"'{name}': ?"

    def update(self, table) -> str:
        name = self.random.choice(["n", "label", "flag", "tags", "doc"])
        action = self.random.choice([
            lambda: f"SET {name} = {self.any_value(name)}",
            lambda: f"SET n = n + {self.literal({'N': '1'})}",
            lambda: f"REMOVE {name}",
            lambda: f"SET tags = set_add(tags, {self.literal({'SS': ['q']})})",
            lambda: f"SET {name} = {self.any_value(name)} REMOVE flag",
        ])()
        returned = self.random.choice(["", "", " RETURNING ALL OLD *", " RETURNING ALL NEW *", " RETURNING MODIFIED NEW *"])
        where = self.key(table)
        if self.random.random() < 0.3:
            where += f" AND {self.extra()}"
        return f'UPDATE "{table}" {action} WHERE {where}{returned}'

    def delete(self, table) -> str:
        returned = self.random.choice(["", " RETURNING ALL OLD *"])
        return f'DELETE FROM "{table}" WHERE {self.key(table)}{returned}'

    def made(self, kind) -> dict:
        table = self.random.choice(tables.ALL)
        text = {"select": self.select, "insert": self.insert, "update": self.update, "delete": self.delete}[kind](table)
        return {"Statement": text, **({"Parameters": self.parameters} if self.parameters else {})}


def request(random):
    operation = random.choice(["ExecuteStatement", "ExecuteStatement", "BatchExecuteStatement", "ExecuteTransaction"])
    if operation == "ExecuteStatement":
        return operation, Statement(random).made(random.choice(["select", "insert", "update", "delete"]))
    kinds = random.choice([["select"], ["insert", "update", "delete"]])
    several = [Statement(random).made(random.choice(kinds)) for _ in range(random.randint(1, 3))]
    return operation, {"Statements" if operation.startswith("Batch") else "TransactStatements": several}
