locals {
  parameters = {
    require_secure_transport = "ON"
    slow_query_log           = "1"
  }
}

resource "aws_rds_cluster_parameter_group" "records" {
  family = "aurora-mysql8.0"
  dynamic "parameter" {
    for_each = local.parameters
    content {
      name  = parameter.key
      value = parameter.value
    }
  }
}
