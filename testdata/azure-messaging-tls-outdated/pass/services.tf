resource "azurerm_servicebus_namespace" "intake" {
  name                = "clinic-intake"
  resource_group_name = "clinic"
  location            = "eastus2"
  sku                 = "Premium"
  minimum_tls_version = "1.2"
}

resource "azurerm_eventhub_namespace" "claims" {
  name                = "clinic-claims"
  resource_group_name = "clinic"
  location            = "eastus2"
  sku                 = "Standard"
}
