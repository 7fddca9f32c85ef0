resource "aws_dynamodb_table" "appointments" {
  name         = "appointments"
  hash_key     = "id"
  billing_mode = "PAY_PER_REQUEST"
}

resource "aws_dynamodb_table" "results" {
  name           = "results"
  hash_key       = "id"
  read_capacity  = 5
  write_capacity = 5
}

resource "aws_appautoscaling_target" "results" {
  min_capacity       = 5
  max_capacity       = 100
  resource_id        = "table/${aws_dynamodb_table.results.name}"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  service_namespace  = "dynamodb"
}
