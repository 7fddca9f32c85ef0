resource "azurerm_servicebus_namespace" "intake" {
  name                = "clinic-intake"
  resource_group_name = "clinic"
  location            = "eastus2"
  sku                 = "Premium"
  local_auth_enabled  = true # expect: fail
}

resource "azurerm_cognitive_account" "language" { # expect: fail
  name                = "clinic-language"
  resource_group_name = "clinic"
  location            = "eastus2"
}
