resource "aws_cloudtrail_event_data_store" "clinic" { # expect: fail
  name       = "clinic"
}
