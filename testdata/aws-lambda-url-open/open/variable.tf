variable "choice" { type = string }

resource "aws_lambda_function_url" "clinic" {
  function_name = "triage"
  authorization_type = var.choice # expect: open
}
