variable "principal" {}

variable "scope" {}

resource "azurerm_role_assignment" "it" {
  principal_id         = var.principal
  scope                = var.scope # expect: open
  role_definition_name = "Owner"
}
