resource "aws_ecs_task_definition" "clinic" {
  family = "portal"
  container_definitions = jsonencode([{ name = "portal", image = "portal:3" }]) # expect: fail
}
