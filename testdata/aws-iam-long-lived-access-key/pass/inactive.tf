resource "aws_iam_access_key" "clinic" {
  user   = "loader"
  status = "Inactive"
}
