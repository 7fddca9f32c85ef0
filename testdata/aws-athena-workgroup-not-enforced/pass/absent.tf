resource "aws_athena_workgroup" "clinic" {
  name = "analysts"
}
