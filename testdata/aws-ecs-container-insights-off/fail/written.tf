resource "aws_ecs_cluster" "clinic" {
  name = "clinic"
  setting {
    name  = "containerInsights"
    value = "disabled" # expect: fail
  }
}
