resource "azurerm_servicebus_namespace" "intake" {
  name                = "clinic-intake"
  resource_group_name = "clinic"
  location            = "eastus2"
  sku                 = "Premium"
  local_auth_enabled  = false
}

resource "azurerm_eventhub_namespace" "claims" {
  name                         = "clinic-claims"
  resource_group_name          = "clinic"
  location                     = "eastus2"
  sku                          = "Standard"
  local_authentication_enabled = false
}
