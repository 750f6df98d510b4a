"""Where our answer may differ from DynamoDB Local's, and what decides it. A difference without a line here fails the test."""

import dataclasses
import re

import compare
from wire import Answer, Request

GUIDE = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/"
API = "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/"
INVALID = r"^400 ValidationException: "


@dataclasses.dataclass
class Reason:
    """Covers a difference when every pattern that it has is found. `without`: a member of the answers in which alone they differ."""

    why: str
    source: str
    operation: str = ""
    request: str = ""
    ours: str = ""
    theirs: str = ""
    without: str = ""

    def covers(self, request: Request, ours: Answer, theirs: Answer) -> bool:
        texts = ((self.operation, request.operation), (self.request, request.as_text()), (self.ours, ours.as_text()), (self.theirs, theirs.as_text()))
        if not all(re.search(pattern, text) for pattern, text in texts):
            return False
        if not self.without:
            return True
        return ours.status == theirs.status == 200 and compare.are_same(request, self.rest(ours), self.rest(theirs))

    def rest(self, answer: Answer) -> Answer:
        return Answer(answer.status, {name: value for name, value in answer.body.items() if name != self.without})


REASONS = [
    Reason(
        "A member that breaks a constraint of the API's model is refused by the service's framework, which names value, member and "
        "constraint; DynamoDB Local has texts of its own, or does not check",
        API + "CommonErrors.html",
        ours=INVALID + r"\d+ validation errors? detected: ",
        theirs=r"^(400 ValidationException|200)",
    ),
    Reason(
        "A member of the wrong JSON type is a SerializationException; DynamoDB Local converts it or says something else",
        GUIDE + "Programming.LowLevelAPI.html",
        ours=r"^400 SerializationException: ",
    ),
    Reason(
        "DynamoDB Local fails inside on a request that the service can answer",
        GUIDE + "Programming.Errors.html",
        theirs=r"^500 ",
    ),
    Reason(
        "The error is called MissingAuthenticationTokenException",
        GUIDE + "Programming.Errors.html",
        ours=r"^400 MissingAuthenticationTokenException",
        theirs=r"^400 MissingAuthenticationToken:",
    ),
    Reason(
        "Nobody asked for ConsumedCapacity (its default is NONE)",
        API + "API_DeleteItem.html#DDB-DeleteItem-request-ReturnConsumedCapacity",
        operation="DeleteItem",
        ours=r"^200 (?!.*ConsumedCapacity)",
        theirs=r"^200 .*ConsumedCapacity",
        without="ConsumedCapacity",
    ),
    Reason(
        "A read that finds nothing consumes the least unit",
        GUIDE + "read-write-operations.html",
        operation="Query|Scan|Get",
        theirs=r'"CapacityUnits": 0.0',
        without="ConsumedCapacity",
    ),
    Reason(
        "BatchGetItem consumes the least unit for each key that has no item",
        GUIDE + "read-write-operations.html",
        operation="BatchGetItem",
        ours=r"ConsumedCapacity",
        without="ConsumedCapacity",
    ),
    Reason(
        "Writes of index entries are counted per entry that is put, deleted or moved",
        GUIDE + "GSI.html#GSI.ThroughputConsiderations.Writes",
        operation="PutItem|UpdateItem|DeleteItem|BatchWriteItem|TransactWriteItems|Statement|ExecuteTransaction",
        ours=r"ConsumedCapacity",
        theirs=r"ConsumedCapacity",
        without="ConsumedCapacity",
    ),
    Reason(
        "A page that is full has a LastEvaluatedKey, also where nothing comes after it",
        API + "API_Query.html#DDB-Query-response-LastEvaluatedKey",
        operation="Query",
        ours=r"LastEvaluatedKey",
        theirs=r"^200 (?!.*LastEvaluatedKey)",
        without="LastEvaluatedKey",
    ),
    Reason(
        "ConsumedCapacity of a transaction tells read and write units apart",
        API + "API_ConsumedCapacity.html",
        operation="TransactGetItems",
        ours=r"ReadCapacityUnits",
        without="ConsumedCapacity",
    ),
    Reason(
        "SIZE is in the list of reserved words",
        GUIDE + "ReservedWords.html",
        ours=INVALID + r".*reserved keyword: size",
    ),
    Reason(
        "A value for the key of an index has the type of that key, also where the item has not all of the index's key",
        GUIDE + "GSI.html",
        ours=INVALID + r".*Type mismatch for Index Key",
        theirs=r"^200 ",
    ),
    Reason(
        "The same, in a transaction",
        API + "API_CancellationReason.html",
        operation="TransactWriteItems",
        ours=r"^400 TransactionCanceledException.*ValidationError",
        theirs=r"^200 ",
    ),
    Reason(
        "A table that is deleted is DELETING",
        API + "API_DeleteTable.html",
        operation="DeleteTable",
        ours=r'"TableStatus": "DELETING"',
        theirs=r'"TableStatus": "ACTIVE"',
    ),
    Reason(
        "A table that is created is CREATING",
        API + "API_CreateTable.html",
        operation="CreateTable",
        ours=r'"TableStatus": "CREATING"',
        theirs=r'"TableStatus": "ACTIVE"',
    ),
    Reason(
        "ExecuteStatement's page has a LastEvaluatedKey",
        API + "API_ExecuteStatement.html#DDB-ExecuteStatement-response-LastEvaluatedKey",
        operation="ExecuteStatement",
        ours=r"LastEvaluatedKey",
        without="LastEvaluatedKey",
    ),
    Reason(
        "The error of an INSERT of an item that exists is DuplicateItemException, in a transaction the code DuplicateItem",
        API + "API_ExecuteStatement.html",
        operation="Statement|ExecuteTransaction",
        ours=r"^400 DuplicateItemException|TransactionCanceledException.*DuplicateItem",
        theirs=r"^400 DuplicateItem:|TransactionCanceledException.*ValidationError",
    ),
    Reason(
        "A statement has as many parameters as question marks",
        API + "API_ExecuteStatement.html#DDB-ExecuteStatement-request-Parameters",
        operation="ExecuteStatement",
        ours=INVALID + r"Number of parameters in request and statement don't match",
    ),
    Reason(
        "The names of tables need no quotation marks",
        GUIDE + "ql-reference.select.html",
        operation="ExecuteStatement",
        request=r"FROM nothing",
        ours=r"^400 ResourceNotFoundException",
    ),
    Reason(
        "What is no operation of the protocol (POST, its content type, a known target) is UnknownOperationException",
        GUIDE + "Programming.LowLevelAPI.html",
        operation="ListTables|GetItem",
        ours=r"UnknownOperationException",
    ),
    Reason(
        "An overlap of paths is told as of an UpdateExpression",
        API + "API_BatchStatementError.html",
        operation="BatchExecuteStatement",
        ours=r"Invalid UpdateExpression: Two document paths overlap",
        theirs=r"Two document paths overlap",
    ),
    Reason(
        "No throughput can be given with PAY_PER_REQUEST",
        API + "API_CreateTable.html#DDB-CreateTable-request-ProvisionedThroughput",
        operation="CreateTable",
        ours=INVALID + r".*Neither ReadCapacityUnits nor WriteCapacityUnits can be specified",
    ),
    Reason(
        "An expression that cannot be right for any item is refused before the table or an item is looked at",
        API + "CommonErrors.html",
        ours=INVALID,
        theirs=r"^400 (ResourceNotFoundException|TransactionCanceledException)",
    ),
    Reason(
        "The text names the table",
        GUIDE + "Programming.Errors.html",
        ours=r"^400 Resource(NotFound|InUse)Exception: ",
        theirs=r"^400 Resource(NotFound|InUse)Exception: Cannot (do operations on a non-existent|create preexisting) table",
    ),
    Reason(
        "Item collections have metrics in a table with a local index",
        API + "API_ItemCollectionMetrics.html",
        ours=r"ItemCollectionMetrics",
        without="ItemCollectionMetrics",
    ),
    Reason(
        "What goes wrong with one item of a transaction cancels it, with a reason for each item",
        API + "API_CancellationReason.html",
        operation="TransactWriteItems",
        ours=r"^400 TransactionCanceledException",
        theirs=INVALID,
    ),
    Reason(
        "No two actions of a transaction may be on the same item: that is looked at before any condition",
        API + "API_TransactWriteItems.html",
        operation="TransactWriteItems",
        ours=INVALID + r"Transaction request cannot include multiple operations on one item",
        theirs=r"^400 TransactionCanceledException",
    ),
    Reason(
        "A local index fetches attributes that it does not hold from the table",
        GUIDE + "LSI.html#LSI.Projections",
        request=r'"IndexName": "(by-size|by-name)"',
        ours=r"^200 ",
        theirs=INVALID + r".*does not project one or more filter attributes",
    ),
    Reason(
        "A request that is not valid is refused before its condition is looked at",
        API + "CommonErrors.html",
        ours=INVALID,
        theirs=r"^400 ConditionalCheckFailedException",
    ),
    Reason(
        "An ExclusiveStartKey has the attributes of the key",
        API + "API_Query.html#DDB-Query-request-ExclusiveStartKey",
        request=r'"ExclusiveStartKey": \{\}',
        ours=INVALID + "The provided starting key is invalid",
    ),
]

# Both refuse with a ValidationException, whose text the service words otherwise ("varies, depending upon the specific error"): ours, theirs.
WORDINGS_SOURCE = GUIDE + "Programming.Errors.html"
WORDINGS = [
    (r"The provided key element does not match the schema", r"The number of conditions on the keys is invalid|Type mismatch for key|One of the required keys"),
    (r"The requestItems parameter is required for Batch\w+", r"BatchWriteItem cannot have a null or no requests set|BatchGetItem must have some requests set"),
    (r"Supplied AttributeValue is empty", r"The supplied Item contains a null AttributeValue"),
    (r"Size of hashkey has exceeded|Aggregated size of all range keys", r"Hash primary key values must be under 2048 bytes"),
    (r"Duplicate value in attribute name", r"Cannot have two attributes with the same name"),
    (r"Missing the key \w+ in the item", r"One of the required keys was not given a value"),
    (r"Input collection .* contains duplicates\.$", r"Input collection .* contains duplicates$"),
    (r"Attempting to store more than 38 significant digits in a Number", r"DynamoDB only supports precision up to 38 digits"),
    (r"The parameter cannot be converted to a numeric value", r"A value provided cannot be converted into a number"),
    (r"Type mismatch for (Index )?[Kk]ey", r"Type mismatch for (Index )?[Kk]ey"),
    (r"ReturnValues can only be ALL_OLD or NONE", r"Return values set to invalid value"),
    (r"ADD action is not supported for the type \w+", r"ADD action is not supported for the type \w+"),
    (r"Query condition missed key schema element: \w+", r"Query condition missed key schema element$"),
    (r"The provided starting key is invalid", r"Exclusive Start Key must have same size as table's key schema"),
    (r"The provided starting key is outside query boundaries", r"The provided starting key does not match the range key predicate"),
    (r"Consistent reads are not supported on global secondary indexes", r"Consistent read cannot be true when (querying|scanning) a GSI"),
    (r"The (TotalSegments|Segment) parameter is required", r"If (total )?segments? is specified"),
    (r"The Segment parameter is zero-based", r"Value '\d+' at 'segment' failed"),
    (r"Global secondary index \S+ does not project", r"econdary index \S+ does not project"),
    (r"TransactItems can only contain one of Check, Put, Update or Delete", r"TransactWriteRequest should contain Delete or Put or Update request"),
    (r"The parameter 'TableName' is required", r"Invalid table/index name|Value null at 'tableName'"),
    (r"Some index key attribute", r"Two keys can not have the same name|Hash Key not specified in Attribute Definitions|No Attribute Schema Defined"),
    (r"Number of attributes in KeySchema does not exactly match", r"The number of attributes in key schema must match"),
    (r"must both be specified when BillingMode is PROVISIONED", r"No provisioned throughput specified for the table"),
    (r"List of GlobalSecondaryIndexes is empty", r"GSI list is empty/invalid"),
    (r"Table is being created with a stream", r"^Invalid StreamViewType"),
    (r"action (with value )?is not supported for the type \w+", r"action (with value )?is not supported for the type \w+"),
    (r"Invalid attribute type name found; type: X, valid types: ", r"Invalid attribute type name found; type: X, valid types: "),
    (r"is not defined; attribute value", r"is not defined; attribute value"),
    (r"ComparisonOperator \w+ is not valid for \w+", r"ComparisonOperator \w+ is not valid for \w+"),
    (r"operator: (ADD|DELETE), operand type: ", r"operator: (ADD|DELETE), operand type: "),
    (r"The provided key element does not match the schema", r"Invalid attribute value type"),
    (r"unused in expressions: keys: ", r"unused in expressions: keys: "),
    (r"is not defined; attribute name: ", r"is not defined; attribute name: "),
    (r"Type mismatch for Index Key", r"Updates on index keys must be of the same data type"),
    (r"Statement wasn't well formed", r"Unsupported operation: "),
    # Two places where a text cannot go on.
    (r"Invalid \w+: Syntax error; token: ", r"Invalid \w+: Syntax error; token: "),
    # Of several overlapping paths the first pair is named, and the second of them is one of those that overlap.
    (r"Two document paths overlap", r"Two document paths overlap"),
]


# A request with two faults is refused for one of them; which one is not documented. (Random requests only: those picked by hand have one.)
KINDS = [
    r"^Cannot specify the (ProjectionExpression|AttributesToGet) when choosing", r"^Must specify the AttributesToGet or ProjectionExpression",
    r"does not project", r"^Consistent reads? ", r"unused in expressions: keys", r"Syntax error; token", r"Attribute name is a reserved keyword",
    r"Incorrect operand type for operator or function", r"^Either the KeyConditions or KeyConditionExpression", r"Two document paths overlap",
    r"is not defined; attribute (name|value)", r"^Transaction request cannot include multiple", r"This attribute is part of the key",
    r"^The document path provided in the update expression", r"refers to an attribute that does not exist", r"^Return ?[vV]alues ", r"cannot be converted",
    r"Type mismatch for", r"Invalid attribute type name", r"redundant parentheses", r"ADD action is not supported", r"DELETE action with value",
    r"ComparisonOperator \w+ is not valid", r"Select type ALL_ATTRIBUTES", r"^ALL_PROJECTED_ATTRIBUTES can be used only", r"egment", r"Filter Expression can only contain",
    r"Query condition missed|Query key condition", r"empty (string|binary) value", r"The first operand must be distinct", r"Invalid number of argument", r"^Invalid attribute value type",
    r"^Invalid condition in KeyConditionExpression", r"Invalid function name", r"sets? .*(should|may) not be empty", r"must be of same type",
    r"RETURNING clause is not supported", r"must specify the primary key in the where clause", r"wasn't well formed",
    r"^One of the required keys", r"Missing the key",
    r"contains duplicates", r"^Number (over|under)flow", r"^Supplied AttributeValue", r"Number of (parameters|operands)|number of operands", r"Supplied AttributeValue", r"^Can not use both expression", r"can only be specified when using",
]


def kind(message: str) -> str | None:
    return next((pattern for pattern in KINDS if re.search(pattern, message)), None)


def names_another_fault(ours: Answer, theirs: Answer) -> bool:
    if not ours.error == theirs.error == "ValidationException":
        return False
    kinds = kind(ours.message), kind(theirs.message)
    return kinds[0] != kinds[1]  # one of them may be of no kind above, not both


def reason_for(request: Request, ours: Answer, theirs: Answer, is_random: bool) -> Reason | None:
    if is_random and names_another_fault(ours, theirs):
        return Reason("Of several faults of a random request another is named", WORDINGS_SOURCE)
    if ours.error == theirs.error == "ValidationException":
        for our_words, their_words in WORDINGS:
            if re.search(our_words, ours.message) and re.search(their_words, theirs.message):
                return Reason(f"Another wording: {theirs.message.split(':')[0][:60]}", WORDINGS_SOURCE)
    return next((reason for reason in REASONS if reason.covers(request, ours, theirs)), None)
