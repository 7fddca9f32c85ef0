variable "document" { type = string }

resource "aws_iam_policy" "clinic" {
  name   = "portal"
  policy = var.document # expect: open
}
