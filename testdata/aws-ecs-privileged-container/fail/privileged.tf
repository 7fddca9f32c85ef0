resource "aws_ecs_task_definition" "clinic" {
  family = "portal"

  container_definitions = jsonencode([{
    name       = "agent"
    image      = "agent:3"
    privileged = true # expect: fail
  }])
}
