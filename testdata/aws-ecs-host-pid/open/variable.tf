variable "choice" { type = string }

resource "aws_ecs_task_definition" "clinic" {
  family = "portal"
  pid_mode = var.choice # expect: open
}
