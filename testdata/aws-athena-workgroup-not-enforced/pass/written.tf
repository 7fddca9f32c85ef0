resource "aws_athena_workgroup" "clinic" {
  name = "analysts"
  configuration {
    enforce_workgroup_configuration = true
  }
}
