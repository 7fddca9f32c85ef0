resource "aws_config_configuration_aggregator" "clinic" {
  name = "clinic"
  account_aggregation_source {
    account_ids = ["111122223333"]
    all_regions = false # expect: fail
  }
}
