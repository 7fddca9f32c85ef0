variable "actions" {}

resource "azurerm_role_definition" "operator" {
  name  = "operator"
  scope = "/subscriptions/5c1e0a3e-0000-4000-8000-000000000001"

  permissions {
    actions = var.actions # expect: open
  }
}
