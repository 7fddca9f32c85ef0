resource "azurerm_recovery_services_vault" "clinic" {
  name                = "clinic-clinic"
  resource_group_name = "clinic"
  location            = "eastus2"
  sku                 = "Standard"
}

resource "azurerm_recovery_services_vault" "imaging" {
  name                = "clinic-imaging"
  resource_group_name = "clinic"
  location            = "eastus2"
  sku                 = "Standard"
  soft_delete_enabled = true
}
