import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.waiters.WaiterOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.*;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The steps of ../README.md with the AWS SDK for Java 2: Athletes ENDPOINT TABLE. */
public final class Athletes {
  private static final Duration STREAM_TIME_MAX = Duration.ofSeconds(60);

  private final String table;
  private final DynamoDbClient client;
  private final DynamoDbStreamsClient streams;

  private Athletes(URI endpoint, String table) {
    this.table = table;
    client = DynamoDbClient.builder().endpointOverride(endpoint).httpClientBuilder(UrlConnectionHttpClient.builder()).build();
    streams = DynamoDbStreamsClient.builder().endpointOverride(endpoint).httpClientBuilder(UrlConnectionHttpClient.builder()).build();
  }

  public static void main(String[] arguments) {
    new Athletes(URI.create(arguments[0]), arguments[1]).everyStep();
    System.out.println("every step is as it should be");
  }

  private void everyStep() {
    String streamArn = createTable();
    athletes();
    sessions();
    transactions();
    pages();
    everyType();
    deletes();
    stream(streamArn);
    client.deleteTable(request -> request.tableName(table));
    client.waiter().waitUntilTableNotExists(request -> request.tableName(table), Athletes::soon);
  }

  private static void check(String what, Object value, Object expected) {
    if (!Objects.equals(value, expected)) throw new AssertionError(what + ": " + value + " instead of " + expected);
  }

  private static void soon(WaiterOverrideConfiguration.Builder waiting) {
    waiting.maxAttempts(60).backoffStrategyV2(BackoffStrategy.fixedDelay(Duration.ofSeconds(1)));
  }

  private static AttributeValue string(String text) {
    return AttributeValue.fromS(text);
  }

  private static String athleteOf(int number) {
    return number % 2 == 1 ? "ann" : "bob";
  }

  private static Map<String, AttributeValue> athleteKey(String athlete) {
    return Map.of("PK", string("ATHLETE#" + athlete), "SK", string("ATHLETE#" + athlete));
  }

  private static Map<String, AttributeValue> sessionKey(int number) {
    return Map.of("PK", string("ATHLETE#" + athleteOf(number)), "SK", string("SESSION#s%02d".formatted(number)));
  }

  private static Map<String, AttributeValue> session(int number) {
    String day = "2026-01-%02d".formatted(number);
    Map<String, AttributeValue> item = new HashMap<>(sessionKey(number));
    item.put("GSI1PK", string("SESSION"));
    item.put("GSI1SK", string("%s#s%02d".formatted(day, number)));
    item.put("Type", string("SESSION"));
    item.put("SessionId", string("s%02d".formatted(number)));
    item.put("AthleteId", string(athleteOf(number)));
    item.put("Distance", string(Integer.toString(number)));
    item.put("Duration", string("45.5"));
    item.put("Notes", string("Übung ☀"));
    for (String name : List.of("Date", "CreatedAt", "UpdatedAt")) item.put(name, string(day));
    return item;
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static List<String> ids(List<Map<String, AttributeValue>> items) {
    return items.stream().map(item -> item.get("SessionId").s()).toList();
  }

  private String createTable() {
    client.createTable(request -> request.tableName(table)
        .attributeDefinitions(Stream.of("PK", "SK", "GSI1PK", "GSI1SK").map(name ->
            AttributeDefinition.builder().attributeName(name).attributeType(ScalarAttributeType.S).build()).toList())
        .keySchema(key("PK", KeyType.HASH), key("SK", KeyType.RANGE))
        .globalSecondaryIndexes(index -> index.indexName("GSI1").projection(projection -> projection.projectionType(ProjectionType.ALL))
            .keySchema(key("GSI1PK", KeyType.HASH), key("GSI1SK", KeyType.RANGE)))
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .streamSpecification(stream -> stream.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)));
    TableDescription described = client.waiter().waitUntilTableExists(request -> request.tableName(table), Athletes::soon)
        .matched().response().orElseThrow().table();
    check("the table's status", described.tableStatus(), TableStatus.ACTIVE);
    check("its index", described.globalSecondaryIndexes().stream().map(index -> index.indexName()).toList(), List.of("GSI1"));
    return described.latestStreamArn();
  }

  private void athletes() {
    for (String athlete : List.of("ann", "bob")) {
      Map<String, AttributeValue> item = new HashMap<>(athleteKey(athlete));
      item.put("Type", string("ATHLETE"));
      item.put("Name", string(athlete.equals("ann") ? "Ann" : "Bob"));
      client.putItem(request -> request.tableName(table).item(item).conditionExpression("attribute_not_exists(PK)"));
    }
    try {
      client.putItem(request -> request.tableName(table).item(athleteKey("ann")).conditionExpression("attribute_not_exists(PK)")
          .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
      throw new AssertionError("a second create of Ann was not refused");
    } catch (ConditionalCheckFailedException refused) {
      check("Ann in the refusal", refused.item().get("Name"), string("Ann"));
    }
    check("an unknown athlete", client.getItem(request -> request.tableName(table).key(athleteKey("eve"))).hasItem(), false);
    UpdateItemResponse renamed = client.updateItem(request -> request.tableName(table).key(athleteKey("ann"))
        .updateExpression("SET #name = :name").expressionAttributeNames(Map.of("#name", "Name"))
        .expressionAttributeValues(Map.of(":name", string("Anna"))).returnValues(ReturnValue.ALL_NEW));
    check("Ann renamed", renamed.attributes().get("Name"), string("Anna"));
  }

  private QueryRequest.Builder gsi1() {
    return QueryRequest.builder().tableName(table).indexName("GSI1").keyConditionExpression("GSI1PK = :all")
        .expressionAttributeValues(Map.of(":all", string("SESSION")));
  }

  private void sessions() {
    List<WriteRequest> writes = IntStream.rangeClosed(1, 25)
        .mapToObj(number -> WriteRequest.builder().putRequest(put -> put.item(session(number))).build()).toList();
    check("left over", client.batchWriteItem(request -> request.requestItems(Map.of(table, writes))).unprocessedItems(), Map.of());
    for (int number = 26; number <= 30; ++number) {
      Map<String, AttributeValue> item = session(number);
      client.putItem(request -> request.tableName(table).item(item));
    }
    List<Map<String, AttributeValue>> ofAnn = client.query(request -> request.tableName(table)
        .keyConditionExpression("PK = :pk AND begins_with(SK, :prefix)")
        .expressionAttributeValues(Map.of(":pk", string("ATHLETE#ann"), ":prefix", string("SESSION#")))).items();
    check("Ann's sessions", ids(ofAnn), IntStream.range(0, 15).mapToObj(index -> "s%02d".formatted(2 * index + 1)).toList());
    check("a session as it was written", ofAnn.get(3), session(7));
    check("the newest", ids(client.query(gsi1().scanIndexForward(false).limit(3).build()).items()), List.of("s30", "s29", "s28"));
    List<Map<String, AttributeValue>> byId = client.query(gsi1().filterExpression("SessionId = :id")
        .expressionAttributeValues(Map.of(":all", string("SESSION"), ":id", string("s17"))).build()).items();
    check("the session of an id", ids(byId), List.of("s17"));
    List<Map<String, AttributeValue>> some = client.query(gsi1()
        .keyConditionExpression("GSI1PK = :all AND GSI1SK BETWEEN :begin AND :end")
        .expressionAttributeValues(Map.of(":all", string("SESSION"), ":begin", string("2026-01-10"), ":end", string("2026-01-20~")))
        .build()).items();
    check("distance of eleven days", some.stream().mapToInt(item -> Integer.parseInt(item.get("Distance").s())).sum(), 165);
    List<Map<String, AttributeValue>> everyone = client.scan(request -> request.tableName(table).filterExpression("#type = :type")
        .expressionAttributeNames(Map.of("#type", "Type")).expressionAttributeValues(Map.of(":type", string("ATHLETE")))).items();
    check("all athletes", everyone.stream().map(item -> item.get("Name").s()).sorted().toList(), List.of("Anna", "Bob"));
    UpdateItemResponse changed = client.updateItem(request -> request.tableName(table).key(sessionKey(17))
        .updateExpression("SET Notes = :notes REMOVE CreatedAt").expressionAttributeValues(Map.of(":notes", string("rain")))
        .returnValues(ReturnValue.UPDATED_NEW));
    check("what an update changed", changed.attributes(), Map.of("Notes", string("rain")));
  }

  private void transactions() {
    TransactWriteItem put = TransactWriteItem.builder()
        .put(one -> one.tableName(table).item(session(31)).conditionExpression("attribute_not_exists(PK)")).build();
    TransactWriteItem counted = TransactWriteItem.builder().update(one -> one.tableName(table).key(athleteKey("ann"))
        .updateExpression("ADD Sessions :one").expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1")))).build();
    TransactWriteItem exists = TransactWriteItem.builder()
        .conditionCheck(one -> one.tableName(table).key(athleteKey("bob")).conditionExpression("attribute_exists(PK)")).build();
    TransactWriteItem remove = TransactWriteItem.builder().delete(one -> one.tableName(table).key(sessionKey(2))).build();
    client.transactWriteItems(request -> request.transactItems(put, counted, exists, remove));
    List<ItemResponse> got = client.transactGetItems(request -> request.transactItems(
        TransactGetItem.builder().get(one -> one.tableName(table).key(athleteKey("ann"))).build(),
        TransactGetItem.builder().get(one -> one.tableName(table).key(sessionKey(2))).build())).responses();
    check("after the transaction", got.get(0).item().get("Sessions"), AttributeValue.fromN("1"));
    check("deleted in the transaction", got.get(1).hasItem(), false);
    try {
      client.transactWriteItems(request -> request.transactItems(put, counted));
      throw new AssertionError("a transaction whose condition fails was not refused");
    } catch (TransactionCanceledException refused) {
      check("its reasons", refused.cancellationReasons().stream().map(CancellationReason::code).toList(), List.of("ConditionalCheckFailed", "None"));
    }
  }

  private void pages() {
    List<Integer> counts = client.queryPaginator(gsi1().limit(7).build()).stream().map(QueryResponse::count).filter(count -> count > 0).toList();
    check("pages of seven", counts, List.of(7, 7, 7, 7, 2));
  }

  private void everyType() {
    Map<String, AttributeValue> item = new HashMap<>(Map.of("PK", string("TYPES"), "SK", string("TYPES"), "s", string("")));
    item.put("n", AttributeValue.fromN("-1234567890123456789012345678901234567.8"));
    item.put("b", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {0, -1})));
    item.put("ss", AttributeValue.fromSs(List.of("a")));
    item.put("ns", AttributeValue.fromNs(List.of("2.5")));
    item.put("bs", AttributeValue.fromBs(List.of(SdkBytes.fromUtf8String("1"))));
    item.put("l", AttributeValue.fromL(List.of(AttributeValue.fromNul(true), AttributeValue.fromBool(true))));
    item.put("m", AttributeValue.fromM(Map.of("k", AttributeValue.fromL(List.of()))));
    client.putItem(request -> request.tableName(table).item(item));
    Map<String, AttributeValue> key = Map.of("PK", string("TYPES"), "SK", string("TYPES"));
    check("every type", client.getItem(request -> request.tableName(table).key(key).consistentRead(true)).item(), item);
  }

  private void deletes() {
    client.deleteItem(request -> request.tableName(table).key(sessionKey(1)).conditionExpression("attribute_exists(PK)"));
    check("a deleted session", client.getItem(request -> request.tableName(table).key(sessionKey(1))).hasItem(), false);
    DeleteItemResponse deleted = client.deleteItem(request -> request.tableName(table).key(athleteKey("bob")).returnValues(ReturnValue.ALL_OLD));
    check("a deleted athlete", deleted.attributes().get("Name"), string("Bob"));
  }

  private void stream(String arn) {
    List<software.amazon.awssdk.services.dynamodb.model.Record> records = new ArrayList<>();
    Instant deadline = Instant.now().plus(STREAM_TIME_MAX);
    for (Shard shard : streams.describeStream(request -> request.streamArn(arn)).streamDescription().shards()) {
      String[] iterator = {streams.getShardIterator(request -> request.streamArn(arn).shardId(shard.shardId())
          .shardIteratorType(ShardIteratorType.TRIM_HORIZON)).shardIterator()};
      while (iterator[0] != null && records.size() < 40 && Instant.now().isBefore(deadline)) {
        GetRecordsResponse page = streams.getRecords(request -> request.shardIterator(iterator[0]).limit(15));
        records.addAll(page.records());
        iterator[0] = page.nextShardIterator();
      }
    }
    List<Long> counts = Stream.of(OperationType.INSERT, OperationType.MODIFY, OperationType.REMOVE)
        .map(kind -> records.stream().filter(record -> record.eventName() == kind).count()).toList();
    check("changes in the stream", counts, List.of(34L, 3L, 3L));
    StreamRecord renamed = records.stream().filter(record -> record.eventName() == OperationType.MODIFY).findFirst().orElseThrow().dynamodb();
    check("its images", List.of(renamed.oldImage().get("Name").s(), renamed.newImage().get("Name").s()), List.of("Ann", "Anna"));
  }
}
