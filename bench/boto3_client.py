"""How many GetItem a second boto3 gets answered: boto3_client.py ENDPOINT TABLE STORED THREADS SECONDS. Prints the rate."""

import sys
import threading
import time

import boto3
import botocore.config

endpoint, table, stored, threads, seconds = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), float(sys.argv[5])
client = boto3.client("dynamodb", endpoint_url=endpoint, region_name="us-east-1", aws_access_key_id="any", aws_secret_access_key="any",
                      config=botocore.config.Config(max_pool_connections=threads))
counts = [0] * threads


def ask(thread: int, end: float) -> None:
    number = thread * 104_729
    while time.perf_counter() < end:
        number += 7919
        one = number % stored
        answer = client.get_item(TableName=table, Key={"PK": {"S": f"ATHLETE#{one % 100:04d}"}, "SK": {"S": f"SESSION#{one:08d}"}})
        if "Item" not in answer:
            raise RuntimeError("an item is not there")
        counts[thread] += 1


client.list_tables()  # so that nothing is loaded while it is measured
began = time.perf_counter()
running = [threading.Thread(target=ask, args=(number, began + seconds)) for number in range(threads)]
for each in running:
    each.start()
for each in running:
    each.join()
print(sum(counts) / (time.perf_counter() - began))
