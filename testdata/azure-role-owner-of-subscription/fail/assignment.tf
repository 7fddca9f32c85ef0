variable "principal" {}

resource "azurerm_role_assignment" "it" {
  principal_id         = var.principal
  scope                = "/subscriptions/5c1e0a3e-0000-4000-8000-000000000001"
  role_definition_name = "Owner" # expect: fail
}
