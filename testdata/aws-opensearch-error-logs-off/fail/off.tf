resource "aws_elasticsearch_domain" "clinic" {
  domain_name = "charts"
  log_publishing_options {
    log_type                 = "ES_APPLICATION_LOGS"
    cloudwatch_log_group_arn = "arn:aws:logs:us-east-1:111122223333:log-group:search"
    enabled                  = false # expect: fail
  }
}
