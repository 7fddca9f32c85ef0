variable "soft_delete" {}

resource "azurerm_recovery_services_vault" "clinic" {
  name                = "clinic-clinic"
  resource_group_name = "clinic"
  location            = "eastus2"
  sku                 = "Standard"
  soft_delete_enabled = var.soft_delete # expect: open
}
