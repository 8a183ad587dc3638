terraform {
  required_version = ">= 1.9"

  required_providers {
    vultr = {
      source  = "vultr/vultr"
      version = "~> 2.23"
    }
  }
}

# Reads its key from VULTR_API_KEY.
provider "vultr" {
  rate_limit  = 500
  retry_limit = 3
}
