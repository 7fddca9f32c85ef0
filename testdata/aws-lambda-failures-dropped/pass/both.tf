resource "aws_sqs_queue" "failed" {
  name = "failed"
}

resource "aws_lambda_function" "results" {
  function_name = "results"
  role          = "arn:aws:iam::111122223333:role/results"

  dead_letter_config {
    target_arn = aws_sqs_queue.failed.arn
  }
}

resource "aws_lambda_function" "audit" {
  function_name = "audit"
  role          = "arn:aws:iam::111122223333:role/audit"
}

resource "aws_lambda_function_event_invoke_config" "audit" {
  function_name = aws_lambda_function.audit.function_name

  destination_config {
    on_failure {
      destination = aws_sqs_queue.failed.arn
    }
  }
}
