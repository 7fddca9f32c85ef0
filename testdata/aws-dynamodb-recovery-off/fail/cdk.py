from aws_cdk import Stack, aws_dynamodb as dynamodb


class Records(Stack):
    def __init__(self, scope, id, **kwargs):
        super().__init__(scope, id, **kwargs)
        dynamodb.Table(self, "Absent", partition_key=key)  # expect: fail
        dynamodb.Table(
            self,
            "Off",
            partition_key=key,
            point_in_time_recovery=False,  # expect: fail
        )
