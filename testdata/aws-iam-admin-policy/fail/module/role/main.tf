variable "actions" { type = list(string) }

data "aws_iam_policy_document" "clinic" {
  statement {
    actions   = var.actions
    resources = ["*"]
  }
}

resource "aws_iam_policy" "clinic" {
  name   = "portal"
  policy = data.aws_iam_policy_document.clinic.json
}
