"""A program that knows nothing but the setup guide, with boto3: by_the_guide.py put | get ENDPOINT TABLE. Items as JSON on stdin, or stdout."""

import json
import sys

import boto3

what, endpoint, name = sys.argv[1:4]
table = boto3.resource("dynamodb", endpoint_url=endpoint, region_name="us-east-1", aws_access_key_id="guide", aws_secret_access_key="guide").Table(name)
if what == "put":
    for item in json.load(sys.stdin):
        table.put_item(Item=item)
else:
    athletes = table.scan(FilterExpression="#type = :type", ExpressionAttributeNames={"#type": "Type"}, ExpressionAttributeValues={":type": "ATHLETE"})["Items"]
    sessions = table.query(IndexName="GSI1", KeyConditionExpression="GSI1PK = :all", ExpressionAttributeValues={":all": "SESSION"})["Items"]
    json.dump({"athletes": athletes, "sessions": sessions}, sys.stdout)
