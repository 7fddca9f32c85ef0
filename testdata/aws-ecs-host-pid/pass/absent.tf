resource "aws_ecs_task_definition" "clinic" {
  family = "portal"
}
