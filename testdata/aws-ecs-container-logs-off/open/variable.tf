variable "containers" { type = string }

resource "aws_ecs_task_definition" "clinic" {
  family                = "portal"
  container_definitions = var.containers # expect: open
}
