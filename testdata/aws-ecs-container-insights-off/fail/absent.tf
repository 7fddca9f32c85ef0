resource "aws_ecs_cluster" "clinic" { # expect: fail
  name = "clinic"
}
