variable "choice" { type = string }

resource "aws_lambda_function" "clinic" {
  function_name = "triage"
  runtime = var.choice # expect: open
}
