resource "azurerm_log_analytics_workspace" "audit" {
  name                = "audit"
  resource_group_name = "clinic"
  location            = "eastus2"
  sku                 = "PerGB2018"
  retention_in_days   = 730
}
