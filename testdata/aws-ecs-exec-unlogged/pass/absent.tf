resource "aws_ecs_cluster" "clinic" {
  name = "clinic"
}
