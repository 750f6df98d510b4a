// The steps of ../README.md with the AWS SDK for Go v2: program ENDPOINT TABLE.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"reflect"
	"strconv"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/dynamodbstreams"
	streamtypes "github.com/aws/aws-sdk-go-v2/service/dynamodbstreams/types"
)

const (
	waitMax   = time.Minute
	streamMax = time.Minute
)

type item = map[string]types.AttributeValue

type run struct {
	context context.Context
	client  *dynamodb.Client
	streams *dynamodbstreams.Client
	table   *string
}

func main() {
	background := context.Background()
	configuration, err := config.LoadDefaultConfig(background)
	must(err)
	steps := run{
		context: background,
		client:  dynamodb.NewFromConfig(configuration, func(options *dynamodb.Options) { options.BaseEndpoint = &os.Args[1] }),
		streams: dynamodbstreams.NewFromConfig(configuration, func(options *dynamodbstreams.Options) { options.BaseEndpoint = &os.Args[1] }),
		table:   &os.Args[2],
	}
	arn := steps.createTable()
	steps.athletes()
	steps.sessions()
	steps.transactions()
	steps.pages()
	steps.everyType()
	steps.deletes()
	steps.stream(arn)
	steps.deleteTable()
	fmt.Println("every step is as it should be")
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func check(what string, value, expected any) {
	if !reflect.DeepEqual(value, expected) {
		must(fmt.Errorf("%s: %v instead of %v", what, value, expected))
	}
}

func text(value string) types.AttributeValue { return &types.AttributeValueMemberS{Value: value} }

func textOf(value types.AttributeValue) string {
	if found, is := value.(*types.AttributeValueMemberS); is {
		return found.Value
	}
	return fmt.Sprintf("%T instead of a string", value)
}

func athleteOf(number int) string {
	if number%2 == 1 {
		return "ann"
	}
	return "bob"
}

func athleteKey(athlete string) item {
	return item{"PK": text("ATHLETE#" + athlete), "SK": text("ATHLETE#" + athlete)}
}

func sessionKey(number int) item {
	return item{"PK": text("ATHLETE#" + athleteOf(number)), "SK": text(fmt.Sprintf("SESSION#s%02d", number))}
}

func session(number int) item {
	day, id := fmt.Sprintf("2026-01-%02d", number), fmt.Sprintf("s%02d", number)
	made := sessionKey(number)
	for name, value := range map[string]string{
		"GSI1PK": "SESSION", "GSI1SK": day + "#" + id, "Type": "SESSION", "SessionId": id, "AthleteId": athleteOf(number), "Date": day,
		"Duration": "45.5", "Distance": strconv.Itoa(number), "Notes": "Übung ☀", "CreatedAt": day, "UpdatedAt": day,
	} {
		made[name] = text(value)
	}
	return made
}

func ids(items []map[string]types.AttributeValue) []string {
	found := []string{}
	for _, one := range items {
		found = append(found, textOf(one["SessionId"]))
	}
	return found
}

func key(hash, sort string) []types.KeySchemaElement {
	return []types.KeySchemaElement{{AttributeName: &hash, KeyType: types.KeyTypeHash}, {AttributeName: &sort, KeyType: types.KeyTypeRange}}
}

func (steps run) createTable() *string {
	definitions := []types.AttributeDefinition{}
	for _, name := range []string{"PK", "SK", "GSI1PK", "GSI1SK"} {
		definitions = append(definitions, types.AttributeDefinition{AttributeName: aws.String(name), AttributeType: types.ScalarAttributeTypeS})
	}
	all := &types.Projection{ProjectionType: types.ProjectionTypeAll}
	_, err := steps.client.CreateTable(steps.context, &dynamodb.CreateTableInput{
		TableName: steps.table, AttributeDefinitions: definitions, KeySchema: key("PK", "SK"), BillingMode: types.BillingModePayPerRequest,
		GlobalSecondaryIndexes: []types.GlobalSecondaryIndex{{IndexName: aws.String("GSI1"), KeySchema: key("GSI1PK", "GSI1SK"), Projection: all}},
		StreamSpecification:    &types.StreamSpecification{StreamEnabled: aws.Bool(true), StreamViewType: types.StreamViewTypeNewAndOldImages},
	})
	must(err)
	waiter := dynamodb.NewTableExistsWaiter(steps.client)
	described, err := waiter.WaitForOutput(steps.context, &dynamodb.DescribeTableInput{TableName: steps.table}, waitMax)
	must(err)
	check("the table's status", described.Table.TableStatus, types.TableStatusActive)
	check("its index", *described.Table.GlobalSecondaryIndexes[0].IndexName, "GSI1")
	return described.Table.LatestStreamArn
}

func (steps run) put(made item, condition string) error {
	input := &dynamodb.PutItemInput{TableName: steps.table, Item: made}
	if condition != "" {
		input.ConditionExpression = &condition
		input.ReturnValuesOnConditionCheckFailure = types.ReturnValuesOnConditionCheckFailureAllOld
	}
	_, err := steps.client.PutItem(steps.context, input)
	return err
}

func (steps run) get(asked item) item {
	output, err := steps.client.GetItem(steps.context, &dynamodb.GetItemInput{TableName: steps.table, Key: asked, ConsistentRead: aws.Bool(true)})
	must(err)
	return output.Item
}

func (steps run) update(asked item, expression string, names map[string]string, values item, returned types.ReturnValue) item {
	output, err := steps.client.UpdateItem(steps.context, &dynamodb.UpdateItemInput{
		TableName: steps.table, Key: asked, UpdateExpression: &expression, ExpressionAttributeNames: names,
		ExpressionAttributeValues: values, ReturnValues: returned,
	})
	must(err)
	return output.Attributes
}

func (steps run) athletes() {
	for athlete, name := range map[string]string{"ann": "Ann", "bob": "Bob"} {
		made := athleteKey(athlete)
		made["Type"], made["Name"] = text("ATHLETE"), text(name)
		must(steps.put(made, "attribute_not_exists(PK)"))
	}
	var refused *types.ConditionalCheckFailedException
	if !errors.As(steps.put(athleteKey("ann"), "attribute_not_exists(PK)"), &refused) {
		must(errors.New("a second create of Ann was not refused"))
	}
	check("Ann in the refusal", textOf(refused.Item["Name"]), "Ann")
	check("an unknown athlete", len(steps.get(athleteKey("eve"))), 0)
	renamed := steps.update(athleteKey("ann"), "SET #name = :name", map[string]string{"#name": "Name"}, item{":name": text("Anna")}, types.ReturnValueAllNew)
	check("Ann renamed", textOf(renamed["Name"]), "Anna")
}

func (steps run) gsi1() *dynamodb.QueryInput {
	return &dynamodb.QueryInput{
		TableName: steps.table, IndexName: aws.String("GSI1"), KeyConditionExpression: aws.String("GSI1PK = :all"),
		ExpressionAttributeValues: item{":all": text("SESSION")},
	}
}

func (steps run) query(input *dynamodb.QueryInput) []map[string]types.AttributeValue {
	output, err := steps.client.Query(steps.context, input)
	must(err)
	return output.Items
}

func (steps run) sessions() {
	steps.writeSessions()
	ofAnn := steps.query(&dynamodb.QueryInput{
		TableName: steps.table, KeyConditionExpression: aws.String("PK = :pk AND begins_with(SK, :prefix)"),
		ExpressionAttributeValues: item{":pk": text("ATHLETE#ann"), ":prefix": text("SESSION#")},
	})
	expected := []string{}
	for number := 1; number <= 30; number += 2 {
		expected = append(expected, fmt.Sprintf("s%02d", number))
	}
	check("Ann's sessions", ids(ofAnn), expected)
	check("a session as it was written", ofAnn[3], session(7))
	newest := steps.gsi1()
	newest.ScanIndexForward, newest.Limit = aws.Bool(false), aws.Int32(3)
	check("the newest sessions", ids(steps.query(newest)), []string{"s30", "s29", "s28"})
	byID := steps.gsi1()
	byID.FilterExpression, byID.ExpressionAttributeValues[":id"] = aws.String("SessionId = :id"), text("s17")
	check("the session of an id", ids(steps.query(byID)), []string{"s17"})
	days := steps.gsi1()
	days.KeyConditionExpression = aws.String("GSI1PK = :all AND GSI1SK BETWEEN :begin AND :end")
	days.ExpressionAttributeValues[":begin"], days.ExpressionAttributeValues[":end"] = text("2026-01-10"), text("2026-01-20~")
	sum := 0
	for _, found := range steps.query(days) {
		distance, err := strconv.Atoi(textOf(found["Distance"]))
		must(err)
		sum += distance
	}
	check("distance of eleven days", sum, 165)
	everyone, err := steps.client.Scan(steps.context, &dynamodb.ScanInput{
		TableName: steps.table, FilterExpression: aws.String("#type = :type"), ExpressionAttributeNames: map[string]string{"#type": "Type"},
		ExpressionAttributeValues: item{":type": text("ATHLETE")},
	})
	must(err)
	check("all athletes", everyone.Count, int32(2))
	changed := steps.update(sessionKey(17), "SET Notes = :notes REMOVE CreatedAt", nil, item{":notes": text("rain")}, types.ReturnValueUpdatedNew)
	check("what an update changed", changed, item{"Notes": text("rain")})
}

func (steps run) writeSessions() {
	writes := []types.WriteRequest{}
	for number := 1; number <= 25; number++ {
		writes = append(writes, types.WriteRequest{PutRequest: &types.PutRequest{Item: session(number)}})
	}
	batch := map[string][]types.WriteRequest{*steps.table: writes}
	output, err := steps.client.BatchWriteItem(steps.context, &dynamodb.BatchWriteItemInput{RequestItems: batch})
	must(err)
	check("what a batch left over", len(output.UnprocessedItems), 0)
	for number := 26; number <= 30; number++ {
		must(steps.put(session(number), ""))
	}
}

func (steps run) transactions() {
	put := types.TransactWriteItem{Put: &types.Put{TableName: steps.table, Item: session(31), ConditionExpression: aws.String("attribute_not_exists(PK)")}}
	counted := types.TransactWriteItem{Update: &types.Update{
		TableName: steps.table, Key: athleteKey("ann"), UpdateExpression: aws.String("ADD Sessions :one"),
		ExpressionAttributeValues: item{":one": &types.AttributeValueMemberN{Value: "1"}},
	}}
	exists := types.TransactWriteItem{ConditionCheck: &types.ConditionCheck{
		TableName: steps.table, Key: athleteKey("bob"), ConditionExpression: aws.String("attribute_exists(PK)"),
	}}
	remove := types.TransactWriteItem{Delete: &types.Delete{TableName: steps.table, Key: sessionKey(2)}}
	_, err := steps.client.TransactWriteItems(steps.context, &dynamodb.TransactWriteItemsInput{
		TransactItems: []types.TransactWriteItem{put, counted, exists, remove},
	})
	must(err)
	got, err := steps.client.TransactGetItems(steps.context, &dynamodb.TransactGetItemsInput{TransactItems: []types.TransactGetItem{
		{Get: &types.Get{TableName: steps.table, Key: athleteKey("ann")}}, {Get: &types.Get{TableName: steps.table, Key: sessionKey(2)}},
	}})
	must(err)
	check("after the transaction", got.Responses[0].Item["Sessions"], &types.AttributeValueMemberN{Value: "1"})
	check("deleted in the transaction", len(got.Responses[1].Item), 0)
	_, err = steps.client.TransactWriteItems(steps.context, &dynamodb.TransactWriteItemsInput{TransactItems: []types.TransactWriteItem{put, counted}})
	var cancelled *types.TransactionCanceledException
	if !errors.As(err, &cancelled) {
		must(fmt.Errorf("a transaction whose condition fails: %v", err))
	}
	reasons := []string{}
	for _, reason := range cancelled.CancellationReasons {
		reasons = append(reasons, *reason.Code)
	}
	check("its reasons", reasons, []string{"ConditionalCheckFailed", "None"})
}

func (steps run) pages() {
	input := steps.gsi1()
	input.Limit = aws.Int32(7)
	counts := []int32{}
	for paginator := dynamodb.NewQueryPaginator(steps.client, input); paginator.HasMorePages(); {
		page, err := paginator.NextPage(steps.context)
		must(err)
		if page.Count > 0 {
			counts = append(counts, page.Count)
		}
	}
	check("pages of seven", counts, []int32{7, 7, 7, 7, 2})
}

func (steps run) everyType() {
	made := item{
		"PK": text("TYPES"), "SK": text("TYPES"), "s": text(""),
		"n":  &types.AttributeValueMemberN{Value: "-1234567890123456789012345678901234567.8"},
		"b":  &types.AttributeValueMemberB{Value: []byte{0, 255}},
		"ss": &types.AttributeValueMemberSS{Value: []string{"a"}},
		"ns": &types.AttributeValueMemberNS{Value: []string{"2.5"}},
		"bs": &types.AttributeValueMemberBS{Value: [][]byte{{1}}},
		"l":  &types.AttributeValueMemberL{Value: []types.AttributeValue{&types.AttributeValueMemberNULL{Value: true}, &types.AttributeValueMemberBOOL{Value: true}}},
		"m":  &types.AttributeValueMemberM{Value: item{"k": &types.AttributeValueMemberBOOL{Value: false}}},
	}
	must(steps.put(made, ""))
	check("every type", steps.get(item{"PK": text("TYPES"), "SK": text("TYPES")}), made)
}

func (steps run) deletes() {
	_, err := steps.client.DeleteItem(steps.context, &dynamodb.DeleteItemInput{
		TableName: steps.table, Key: sessionKey(1), ConditionExpression: aws.String("attribute_exists(PK)"),
	})
	must(err)
	check("a deleted session", len(steps.get(sessionKey(1))), 0)
	deleted, err := steps.client.DeleteItem(steps.context, &dynamodb.DeleteItemInput{
		TableName: steps.table, Key: athleteKey("bob"), ReturnValues: types.ReturnValueAllOld,
	})
	must(err)
	check("a deleted athlete", textOf(deleted.Attributes["Name"]), "Bob")
}

func (steps run) stream(arn *string) {
	described, err := steps.streams.DescribeStream(steps.context, &dynamodbstreams.DescribeStreamInput{StreamArn: arn})
	must(err)
	counts, total := map[streamtypes.OperationType]int{}, 0
	var renamed *streamtypes.StreamRecord
	deadline := time.Now().Add(streamMax)
	for _, shard := range described.StreamDescription.Shards {
		begin, err := steps.streams.GetShardIterator(steps.context, &dynamodbstreams.GetShardIteratorInput{
			StreamArn: arn, ShardId: shard.ShardId, ShardIteratorType: streamtypes.ShardIteratorTypeTrimHorizon,
		})
		must(err)
		for iterator := begin.ShardIterator; iterator != nil && total < 40 && time.Now().Before(deadline); {
			page, err := steps.streams.GetRecords(steps.context, &dynamodbstreams.GetRecordsInput{ShardIterator: iterator, Limit: aws.Int32(15)})
			must(err)
			for _, record := range page.Records {
				counts[record.EventName]++
				total++
				if record.EventName == streamtypes.OperationTypeModify && renamed == nil {
					renamed = record.Dynamodb
				}
			}
			iterator = page.NextShardIterator
		}
	}
	check("changes in the stream", counts, map[streamtypes.OperationType]int{"INSERT": 34, "MODIFY": 3, "REMOVE": 3})
	check("image before a change", renamed.OldImage["Name"], &streamtypes.AttributeValueMemberS{Value: "Ann"})
	check("image after a change", renamed.NewImage["Name"], &streamtypes.AttributeValueMemberS{Value: "Anna"})
}

func (steps run) deleteTable() {
	_, err := steps.client.DeleteTable(steps.context, &dynamodb.DeleteTableInput{TableName: steps.table})
	must(err)
	waiter := dynamodb.NewTableNotExistsWaiter(steps.client, func(options *dynamodb.TableNotExistsWaiterOptions) {
		options.MinDelay, options.MaxDelay = time.Second, 2*time.Second
	})
	must(waiter.Wait(steps.context, &dynamodb.DescribeTableInput{TableName: steps.table}, waitMax))
}
