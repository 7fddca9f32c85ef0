resource "aws_ecs_task_definition" "clinic" {
  family = "portal"
  pid_mode = "task"
}
