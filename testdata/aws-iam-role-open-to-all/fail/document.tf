data "aws_iam_policy_document" "clinic" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = ["*"] # expect: fail
    }
  }
}

resource "aws_iam_role" "clinic" {
  assume_role_policy = data.aws_iam_policy_document.clinic.json
}
