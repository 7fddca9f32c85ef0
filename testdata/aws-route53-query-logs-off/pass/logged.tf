resource "aws_route53_zone" "clinic" {
  name = "clinic.example"
}

resource "aws_route53_query_log" "clinic" {
  zone_id                  = aws_route53_zone.clinic.zone_id
  cloudwatch_log_group_arn = "arn:aws:logs:us-east-1:111122223333:log-group:dns"
}
