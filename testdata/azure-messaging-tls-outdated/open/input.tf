variable "tls" {}

resource "azurerm_servicebus_namespace" "intake" {
  name                = "clinic-intake"
  resource_group_name = "clinic"
  location            = "eastus2"
  sku                 = "Premium"
  minimum_tls_version = var.tls # expect: open
}
