variable "definitions" {
  type = string
}

resource "aws_ecs_task_definition" "portal" {
  family                = "portal"
  container_definitions = var.definitions # expect: open
}
