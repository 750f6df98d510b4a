// The steps of ../README.md with the AWS SDK for JavaScript v3: athletes.mjs ENDPOINT TABLE.
import assert from 'node:assert/strict';
import {
  CreateTableCommand, DeleteTableCommand, DescribeTableCommand, DynamoDBClient, waitUntilTableExists, waitUntilTableNotExists,
} from '@aws-sdk/client-dynamodb';
import {
  BatchWriteCommand, DeleteCommand, DynamoDBDocumentClient, GetCommand, paginateQuery, PutCommand, QueryCommand, ScanCommand,
  TransactGetCommand, TransactWriteCommand, UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import {
  DescribeStreamCommand, DynamoDBStreamsClient, GetRecordsCommand, GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams';

const [endpoint, TableName] = process.argv.slice(2);
const client = new DynamoDBClient({ endpoint });
const streams = new DynamoDBStreamsClient({ endpoint });
const documents = DynamoDBDocumentClient.from(client);
const waiting = { client, maxWaitTime: 60, minDelay: 1, maxDelay: 2 };
const STREAM_MILLISECONDS_MAX = 60_000;

const send = (command) => documents.send(command);
const two = (number) => String(number).padStart(2, '0');
const athleteKey = (athlete) => ({ PK: `ATHLETE#${athlete}`, SK: `ATHLETE#${athlete}` });
const athleteOf = (number) => (number % 2 ? 'ann' : 'bob');
const sessionKey = (number) => ({ PK: `ATHLETE#${athleteOf(number)}`, SK: `SESSION#s${two(number)}` });
const numbers = (first, last) => Array.from({ length: last - first + 1 }, (_, index) => first + index);

function session(number) {
  const day = `2026-01-${two(number)}`;
  return {
    ...sessionKey(number), GSI1PK: 'SESSION', GSI1SK: `${day}#s${two(number)}`, Type: 'SESSION', SessionId: `s${two(number)}`,
    AthleteId: athleteOf(number), Date: day, Duration: '45.5', Distance: String(number), Notes: 'Übung ☀', CreatedAt: day, UpdatedAt: day,
  };
}

async function createTable() {
  const key = (hash, range) => [{ AttributeName: hash, KeyType: 'HASH' }, { AttributeName: range, KeyType: 'RANGE' }];
  await client.send(new CreateTableCommand({
    TableName,
    AttributeDefinitions: ['PK', 'SK', 'GSI1PK', 'GSI1SK'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: key('PK', 'SK'),
    GlobalSecondaryIndexes: [{ IndexName: 'GSI1', KeySchema: key('GSI1PK', 'GSI1SK'), Projection: { ProjectionType: 'ALL' } }],
    BillingMode: 'PAY_PER_REQUEST',
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
  }));
  await waitUntilTableExists(waiting, { TableName });
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  assert.equal(Table.TableStatus, 'ACTIVE');
  assert.deepEqual(Table.GlobalSecondaryIndexes.map((index) => index.IndexName), ['GSI1']);
  assert(Table.CreationDateTime instanceof Date);
  return Table.LatestStreamArn;
}

async function athletes() {
  const ConditionExpression = 'attribute_not_exists(PK)';
  for (const [athlete, Name] of [['ann', 'Ann'], ['bob', 'Bob']]) {
    await send(new PutCommand({ TableName, Item: { ...athleteKey(athlete), Type: 'ATHLETE', AthleteId: athlete, Name }, ConditionExpression }));
  }
  await assert.rejects(
    send(new PutCommand({ TableName, Item: athleteKey('ann'), ConditionExpression, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' })),
    (error) => error.name === 'ConditionalCheckFailedException' && error.Item.Name.S === 'Ann');
  assert.equal((await send(new GetCommand({ TableName, Key: athleteKey('ann') }))).Item.Name, 'Ann');
  assert.equal((await send(new GetCommand({ TableName, Key: athleteKey('eve') }))).Item, undefined);
  const renamed = await send(new UpdateCommand({
    TableName, Key: athleteKey('ann'), UpdateExpression: 'SET #name = :name', ExpressionAttributeNames: { '#name': 'Name' },
    ExpressionAttributeValues: { ':name': 'Anna' }, ReturnValues: 'ALL_NEW',
  }));
  assert.equal(renamed.Attributes.Name, 'Anna');
}

const gsi1 = (more = {}) => ({
  TableName, IndexName: 'GSI1', KeyConditionExpression: 'GSI1PK = :all', ...more,
  ExpressionAttributeValues: { ':all': 'SESSION', ...more.ExpressionAttributeValues },
});
const idsOf = ({ Items }) => Items.map((item) => item.SessionId);

async function sessions() {
  const requests = numbers(1, 25).map((number) => ({ PutRequest: { Item: session(number) } }));
  const { UnprocessedItems } = await send(new BatchWriteCommand({ RequestItems: { [TableName]: requests } }));
  assert.deepEqual(UnprocessedItems, {});
  for (const number of numbers(26, 30)) await send(new PutCommand({ TableName, Item: session(number) }));
  const ofAnn = await send(new QueryCommand({
    TableName, KeyConditionExpression: 'PK = :pk AND begins_with(SK, :prefix)',
    ExpressionAttributeValues: { ':pk': 'ATHLETE#ann', ':prefix': 'SESSION#' },
  }));
  assert.deepEqual(idsOf(ofAnn), numbers(1, 30).filter((number) => number % 2).map((number) => `s${two(number)}`));
  assert.deepEqual(ofAnn.Items[3], session(7));
  assert.deepEqual(idsOf(await send(new QueryCommand(gsi1({ ScanIndexForward: false, Limit: 3 })))), ['s30', 's29', 's28']);
  const byId = { FilterExpression: 'SessionId = :id', ExpressionAttributeValues: { ':id': 's17' } };
  assert.deepEqual(idsOf(await send(new QueryCommand(gsi1(byId)))), ['s17']);
  const days = {
    KeyConditionExpression: 'GSI1PK = :all AND GSI1SK BETWEEN :begin AND :end',
    ExpressionAttributeValues: { ':begin': '2026-01-10', ':end': '2026-01-20~' },
  };
  const some = (await send(new QueryCommand(gsi1(days)))).Items;
  assert.equal(some.reduce((sum, item) => sum + Number(item.Distance), 0), 165);
  const everyone = await send(new ScanCommand({
    TableName, FilterExpression: '#type = :type', ExpressionAttributeNames: { '#type': 'Type' }, ExpressionAttributeValues: { ':type': 'ATHLETE' },
  }));
  assert.deepEqual(everyone.Items.map((item) => item.Name).sort(), ['Anna', 'Bob']);
  const changed = await send(new UpdateCommand({
    TableName, Key: sessionKey(17), UpdateExpression: 'SET Notes = :notes REMOVE CreatedAt',
    ExpressionAttributeValues: { ':notes': 'rain' }, ReturnValues: 'UPDATED_NEW',
  }));
  assert.deepEqual(changed.Attributes, { Notes: 'rain' });
}

async function transactions() {
  const put = { Put: { TableName, Item: session(31), ConditionExpression: 'attribute_not_exists(PK)' } };
  const counted = {
    Update: { TableName, Key: athleteKey('ann'), UpdateExpression: 'ADD Sessions :one', ExpressionAttributeValues: { ':one': 1 } },
  };
  const exists = { ConditionCheck: { TableName, Key: athleteKey('bob'), ConditionExpression: 'attribute_exists(PK)' } };
  const remove = { Delete: { TableName, Key: sessionKey(2) } };
  await send(new TransactWriteCommand({ TransactItems: [put, counted, exists, remove] }));
  const both = [athleteKey('ann'), sessionKey(2)].map((Key) => ({ Get: { TableName, Key } }));
  const { Responses } = await send(new TransactGetCommand({ TransactItems: both }));
  assert.equal(Responses[0].Item.Sessions, 1);
  assert.equal(Responses[1].Item, undefined);
  await assert.rejects(send(new TransactWriteCommand({ TransactItems: [put, counted] })), (error) => {
    assert.equal(error.name, 'TransactionCanceledException');
    assert.deepEqual(error.CancellationReasons.map((reason) => reason.Code), ['ConditionalCheckFailed', 'None']);
    return true;
  });
}

async function pages() {
  const counts = [];
  for await (const page of paginateQuery({ client: documents, pageSize: 7 }, gsi1())) if (page.Count) counts.push(page.Count);
  assert.deepEqual(counts, [7, 7, 7, 7, 2]);
}

async function everyType() {
  const Item = {
    PK: 'TYPES', SK: 'TYPES', n: -1.5e-100, big: 12345678901234567890n, s: '', b: new Uint8Array([0, 255]), ss: new Set(['a', 'b']),
    ns: new Set([1, 2.5]), bs: new Set([new Uint8Array([1])]), l: [null, true, { deep: [] }], m: { k: false },
  };
  await send(new PutCommand({ TableName, Item }));
  const got = (await send(new GetCommand({ TableName, Key: { PK: 'TYPES', SK: 'TYPES' }, ConsistentRead: true }))).Item;
  assert.deepEqual({ ...got, bs: [...got.bs] }, { ...Item, bs: [...Item.bs] });
}

async function deletes() {
  await send(new DeleteCommand({ TableName, Key: sessionKey(1), ConditionExpression: 'attribute_exists(PK)' }));
  assert.equal((await send(new GetCommand({ TableName, Key: sessionKey(1) }))).Item, undefined);
  const deleted = await send(new DeleteCommand({ TableName, Key: athleteKey('bob'), ReturnValues: 'ALL_OLD' }));
  assert.equal(deleted.Attributes.Name, 'Bob');
}

async function stream(StreamArn) {
  const records = [];
  const deadline = Date.now() + STREAM_MILLISECONDS_MAX;
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
  for (const { ShardId } of StreamDescription.Shards) {
    const begin = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' };
    let { ShardIterator } = await streams.send(new GetShardIteratorCommand(begin));
    while (ShardIterator && records.length < 40 && Date.now() < deadline) {
      const page = await streams.send(new GetRecordsCommand({ ShardIterator, Limit: 15 }));
      records.push(...page.Records);
      ShardIterator = page.NextShardIterator;
    }
  }
  const count = (kind) => records.filter((record) => record.eventName === kind).length;
  assert.deepEqual([count('INSERT'), count('MODIFY'), count('REMOVE')], [34, 3, 3]);
  const renamed = records.find((record) => record.eventName === 'MODIFY').dynamodb;
  assert.deepEqual([renamed.OldImage.Name, renamed.NewImage.Name], [{ S: 'Ann' }, { S: 'Anna' }]);
}

const streamArn = await createTable();
await athletes();
await sessions();
await transactions();
await pages();
await everyType();
await deletes();
await stream(streamArn);
await client.send(new DeleteTableCommand({ TableName }));
await waitUntilTableNotExists(waiting, { TableName });
console.log('every step is as it should be');
