resource "aws_config_configuration_aggregator" "clinic" { # expect: fail
  name = "clinic"
  organization_aggregation_source {
    role_arn = "arn:aws:iam::111122223333:role/config"
    regions  = ["us-east-1"]
  }
}
