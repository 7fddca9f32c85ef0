resource "azurerm_search_service" "records" { # expect: fail
  name                = "clinic-records"
  resource_group_name = "clinic"
  location            = "eastus2"
}

resource "azurerm_cognitive_account" "language" {
  name                          = "clinic-language"
  resource_group_name           = "clinic"
  location                      = "eastus2"
  public_network_access_enabled = true # expect: fail
}

resource "azurerm_data_factory" "claims" { # expect: fail
  name                = "clinic-claims"
  resource_group_name = "clinic"
  location            = "eastus2"
}
