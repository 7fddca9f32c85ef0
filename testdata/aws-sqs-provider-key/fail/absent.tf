resource "aws_sqs_queue" "results" { # expect: fail
  name              = "lab-results"
}
