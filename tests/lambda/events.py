"""Events as AWS's documentation shows them; src/lambda/event.h names the pages."""

import json

IAM = {"iam": {"accessKey": "AKIA", "userArn": "arn:aws:iam::111122223333:user/ann"}}


def function_url(method: str, path: str, body: object = None, query: str = "", headers: dict | None = None, authorizer: dict | None = None) -> dict:
    host = "abcdefg.lambda-url.us-east-1.on.aws"
    return {
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": path,
        "rawQueryString": query,
        "headers": {"host": host, "content-type": "application/json", "origin": f"https://{host}", **(headers or {})},
        "requestContext": {
            "domainName": host,
            "http": {"method": method, "path": path, "protocol": "HTTP/1.1", "sourceIp": "192.0.2.1", "userAgent": "test"},
            "stage": "$default",
            **({"authorizer": authorizer} if authorizer else {}),
        },
        **({} if body is None else {"body": json.dumps(body)}),
        "isBase64Encoded": False,
    }


def rest_api(method: str, path: str, parameters: dict[str, list[str]], caller: str | None) -> dict:
    return {
        "resource": "/{proxy+}",
        "path": path,
        "httpMethod": method,
        "headers": None,
        "multiValueHeaders": {"Host": ["id.execute-api.us-east-1.amazonaws.com"]},
        "multiValueQueryStringParameters": parameters,
        "requestContext": {"stage": "prod", "path": f"/prod{path}", "identity": {"sourceIp": "192.0.2.1", "userArn": caller}},
        "body": None,
        "isBase64Encoded": False,
    }


def load_balancer(method: str, path: str, parameters: dict[str, str], headers: dict[str, str]) -> dict:
    return {
        "requestContext": {"elb": {"targetGroupArn": "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/t/1"}},
        "httpMethod": method,
        "path": path,
        "queryStringParameters": parameters,
        "headers": {"host": "lambda.us-east-1.elb.amazonaws.com", **headers},
        "body": "",
        "isBase64Encoded": False,
    }
