variable "keys" {}

resource "azurerm_servicebus_namespace" "intake" {
  name                = "clinic-intake"
  resource_group_name = "clinic"
  location            = "eastus2"
  sku                 = "Premium"
  local_auth_enabled  = var.keys # expect: open
}
