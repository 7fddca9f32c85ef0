resource "aws_ecs_task_definition" "clinic" {
  family                = "portal"
  container_definitions = "[{\"name\": \"agent\", \"privileged\": true}]" # expect: fail
}
