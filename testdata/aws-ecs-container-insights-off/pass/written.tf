resource "aws_ecs_cluster" "clinic" {
  name = "clinic"
  setting {
    name  = "containerInsights"
    value = "enhanced"
  }
}
